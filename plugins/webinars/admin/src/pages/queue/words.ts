import { isTextKey, useText } from '../../translate';

/** A kind of work in plain words; one of another release, or of somebody's own code, by its name. */
export const useJobName = () => {
  const text = useText();
  return (name: string): string => {
    const key = `job.${name}`;
    return isTextKey(key) ? text(key) : name;
  };
};
