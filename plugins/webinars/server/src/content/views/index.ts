import { UID } from '../../kernel/uids';
import { componentViews } from './component-views';
import { registrationView } from './registration-view';
import { sessionView } from './session-view';
import { speakerView } from './speaker-view';
import { topicView } from './topic-view';
import type { View } from './view';

export type { View } from './view';

/** How the Content Manager shows each of our types and components, until an administrator arranges them otherwise. */
export const views: Record<string, View> = {
  [UID.topic]: topicView,
  [UID.session]: sessionView,
  [UID.speaker]: speakerView,
  [UID.registration]: registrationView,
  ...componentViews,
};
