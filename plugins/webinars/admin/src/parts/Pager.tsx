import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useText } from '../translate';

export type Pagination = { page: number; pageSize: number; total: number };

/** Ways to the pages before and after, where there is more than one. */
export const Pager = ({
  pagination: { page, pageSize, total },
  label,
  onGo,
}: {
  pagination: Pagination;
  label: string;
  onGo(page: number): void;
}) => {
  const text = useText();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && page === 1) return null;
  return (
    <Flex tag="nav" aria-label={label} justifyContent="flex-end" gap={3} wrap="wrap">
      <Typography variant="pi" textColor="neutral600" role="status">
        {text('pager.page', { page, pages })}
      </Typography>
      <Button
        variant="tertiary"
        size="S"
        startIcon={<ChevronLeft />}
        disabled={page <= 1}
        onClick={() => onGo(Math.min(page - 1, pages))}
      >
        {text('pager.previous')}
      </Button>
      <Button
        variant="tertiary"
        size="S"
        endIcon={<ChevronRight />}
        disabled={page >= pages}
        onClick={() => onGo(page + 1)}
      >
        {text('pager.next')}
      </Button>
    </Flex>
  );
};
