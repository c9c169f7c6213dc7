import { useEffect, useState } from 'react';

/** A value once it has stood still for a while: what somebody types is not asked for letter by letter. */
export const useSettled = <Value>(value: Value, ms = 400): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};
