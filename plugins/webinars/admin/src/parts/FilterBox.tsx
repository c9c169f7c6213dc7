import { useId, useState, type ReactNode } from 'react';
import { Box, Button } from '@strapi/design-system';
import { CaretDown, CaretUp, Filter } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../translate';

const OnPhones = styled.div`
  ${({ theme }) => theme.breakpoints.medium} {
    display: none;
  }
`;

const Folded = styled.div<{ $isOpen: boolean }>`
  display: ${({ $isOpen }) => ($isOpen ? 'block' : 'none')};
  padding-top: ${({ theme }) => theme.spaces[4]};

  ${({ theme }) => theme.breakpoints.medium} {
    display: block;
    padding-top: 0;
  }
`;

/** What a list is narrowed by, above it. On a phone it is folded behind one button, which says how many are set: the list is what one came for. */
export const FilterBox = ({ set, children }: { set: number; children: ReactNode }) => {
  const text = useText();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Box background="neutral0" borderColor="neutral150" hasRadius shadow="tableShadow" padding={4} role="search">
      <OnPhones>
        <Button
          variant="tertiary"
          fullWidth
          startIcon={<Filter aria-hidden />}
          endIcon={isOpen ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {text('filters.fold', { count: set })}
        </Button>
      </OnPhones>
      <Folded id={id} $isOpen={isOpen}>
        {children}
      </Folded>
    </Box>
  );
};
