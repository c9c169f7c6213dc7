export { selectionsConstraints } from './constraints';
export {
  forgetSelections,
  freeze,
  freezeChanged,
  nextWaiting,
  readSelection,
  selectedPeople,
  use,
  writeOutcomes,
  type Condition,
  type Selection,
} from './queries';
