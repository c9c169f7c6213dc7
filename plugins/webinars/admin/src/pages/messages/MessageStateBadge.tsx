import { Badge } from '@strapi/design-system';
import type { MessageView } from '../../../../contracts/messages';
import { useText } from '../../translate';

const LOOK = {
  writing: 'secondary',
  sending: 'secondary',
  done: 'success',
  cancelled: 'neutral',
} as const satisfies Record<MessageView['state'], string>;

/** How far a message is, in a word. */
export const MessageStateBadge = ({ state }: { state: MessageView['state'] }) => {
  const text = useText();
  return <Badge variant={LOOK[state]}>{text(`message.state.${state}`)}</Badge>;
};
