import { useState } from 'react';
import { Menu } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { SessionPage } from '../../../../contracts/session-page';
import { sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { DeedDialog } from '../../session-deeds/DeedDialog';
import type { DeedName } from '../../session-deeds/DeedForm';
import { DEED_NAMES, DEEDS } from '../../session-deeds/deeds';
import { useText } from '../../translate';
import { useMayDo } from '../../use-may';

/** Moving, cancelling and the like: each says what it would do before it does. */
export const Deeds = ({ session: { documentId, state }, onChanged }: { session: SessionPage; onChanged(): void }) => {
  const text = useText();
  const navigate = useNavigate();
  const manages = useMayDo(PERMISSIONS.manageSessions);
  const [deed, setDeed] = useState<DeedName | null>(null);
  if (!manages) return null;
  return (
    <>
      <Menu.Root>
        <Menu.Trigger variant="tertiary">{text('session.change')}</Menu.Trigger>
        <Menu.Content popoverPlacement="bottom-end">
          {DEED_NAMES.filter((name) => DEEDS[name].states.includes(state)).map((name) => (
            <Menu.Item key={name} variant={DEEDS[name].isDanger ? 'danger' : 'default'} onSelect={() => setDeed(name)}>
              {text(DEEDS[name].label)}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Root>
      {deed && (
        <DeedDialog
          deed={deed}
          documentId={documentId}
          onClose={() => setDeed(null)}
          onDone={(session) => {
            setDeed(null);
            // A copy is there to be worked on.
            if (deed === 'duplicate') navigate(sessionPath(session.documentId));
            else onChanged();
          }}
        />
      )}
    </>
  );
};
