import { useState } from 'react';
import { Button, Flex, Loader, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { RunSheetPreview } from '../../../../contracts/run-sheet';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Preview } from '../../parts/Preview';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';

/** A mail as it would be now, with a registration of the session. */
export const PreviewDialog = ({
  session,
  kind,
  title,
  onClose,
}: {
  session: string;
  kind: string;
  title: string;
  onClose(): void;
}) => {
  const text = useText();
  const [locale, setLocale] = useState<string | undefined>(undefined);
  const { body, problem, isLoading, reload } = useLoad<{ data: RunSheetPreview }>(
    `/webinars-admin/sessions/${session}/run-sheet/preview`,
    { kind, locale },
  );
  const preview = body?.data;
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && !preview && <Failed problem={problem} onRetry={() => void reload()} />}
          {!problem && !preview && <Loader>{text('preview.loading')}</Loader>}
          {preview && (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Flex justifyContent="space-between" gap={4} wrap="wrap">
                <Typography textColor="neutral600">
                  {preview.to
                    ? text('sheet.preview_of', { name: preview.to.name, email: preview.to.email })
                    : text('sheet.preview_now')}
                </Typography>
                <SingleSelect
                  size="S"
                  aria-label={text('sheet.preview_language')}
                  value={preview.locale}
                  onChange={(next) => setLocale(String(next))}
                >
                  <SingleSelectOption value="en">{text('language.en')}</SingleSelectOption>
                  <SingleSelectOption value="de">{text('language.de')}</SingleSelectOption>
                </SingleSelect>
              </Flex>
              {problem && <Notice tone="warning">{text('problem.no_answer')}</Notice>}
              <Preview preview={preview} isLoading={isLoading} height={520} />
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('action.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
