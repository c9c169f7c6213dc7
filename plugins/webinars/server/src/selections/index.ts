export { selectionsConstraints } from './constraints';
export {
  forgetSelections,
  freeze,
  freezeChanged,
  nextWaiting,
  readSelection,
  use,
  writeOutcomes,
  type Condition,
  type Selection,
} from './queries';
