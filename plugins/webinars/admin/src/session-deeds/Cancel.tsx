import type { ChangePreview } from '../../../contracts/planning';
import { Notice } from '../parts/Notice';
import { useText } from '../translate';
import { Begin } from './Begin';
import { Consequences } from './Consequences';
import { DeedForm, type DeedPlace } from './DeedForm';

export const Cancel = (place: DeedPlace) => {
  const text = useText();
  return (
    <Begin documentId={place.documentId}>
      {(session, reload) => (
        <DeedForm<ChangePreview>
          deed="cancel"
          session={session}
          wish={{}}
          action={text('deed.cancel.action')}
          isDanger
          done={text('deed.cancel.done')}
          onReload={reload}
          place={place}
          fields={<Notice tone="warning">{text('deed.cancel.final')}</Notice>}
          show={(preview) => <Consequences preview={preview} />}
        />
      )}
    </Begin>
  );
};
