import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { PlannedSession } from '../../../../contracts/planning';
import { entryPath, SESSION } from '../../content-manager';
import { sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import type { DeedName } from '../../session-deeds/DeedForm';
import { DEED_NAMES, DEEDS } from '../../session-deeds/deeds';
import { useText } from '../../translate';
import { useMay, useMayDo } from '../../use-may';

/** What can be done about one session, as far as the reader may. */
export const Actions = ({
  session,
  onDeed,
}: {
  session: PlannedSession;
  onDeed(deed: DeedName, session: PlannedSession): void;
}) => {
  const text = useText();
  const navigate = useNavigate();
  const manages = useMayDo(PERMISSIONS.manageSessions);
  const edits = useMay('update', SESSION);
  const deeds = manages ? DEED_NAMES.filter((name) => DEEDS[name].states.includes(session.state)) : [];
  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        label={text('sessions.actions_of', { title: session.title })}
        variant="ghost"
        size="S"
      />
      <Menu.Content popoverPlacement="bottom-end">
        <Menu.Item onSelect={() => navigate(sessionPath(session.documentId))}>{text('sessions.open')}</Menu.Item>
        {edits && (
          <Menu.Item onSelect={() => navigate(entryPath(SESSION, session.documentId))}>
            {text('sessions.edit')}
          </Menu.Item>
        )}
        {deeds.map((name) => (
          <Menu.Item
            key={name}
            variant={DEEDS[name].isDanger ? 'danger' : 'default'}
            onSelect={() => onDeed(name, session)}
          >
            {text(DEEDS[name].label)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
