import { Button, Flex } from '@strapi/design-system';
import { useText } from '../translate';
import { Notice } from './Notice';

/** Above a form of settings: somebody was faster, or an entry is not valid. */
export const SettingsNotices = <View extends { revision: number }>({
  form: { theirs, begin, save, isSaving, hasFaults },
}: {
  form: {
    theirs: View | null;
    begin(settings: View): void;
    save(revision?: number): Promise<void>;
    isSaving: boolean;
    hasFaults: boolean;
  };
}) => {
  const text = useText();
  return (
    <>
      {theirs && (
        <Notice
          isSudden
          tone="warning"
          title={text('problem.SETTINGS_CHANGED')}
          action={
            <Flex gap={2} wrap="wrap">
              <Button size="S" variant="secondary" onClick={() => begin(theirs)}>
                {text('settings.load_theirs')}
              </Button>
              <Button size="S" variant="tertiary" loading={isSaving} onClick={() => void save(theirs.revision)}>
                {text('settings.overwrite')}
              </Button>
            </Flex>
          }
        >
          {text('settings.changed_hint')}
        </Notice>
      )}
      {hasFaults && (
        <Notice isSudden tone="danger">
          {text('settings.refused')}
        </Notice>
      )}
    </>
  );
};
