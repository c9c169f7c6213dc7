export const UNITS = { days: 24 * 60, hours: 60, minutes: 1 } as const;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** Minutes in the largest unit that says them whole: 2880 is 2 days, 90 is 90 minutes. */
export const spanOf = (minutes: number): { amount: number; unit: Unit } => {
  const unit = UNIT_NAMES.find((name) => minutes > 0 && minutes % UNITS[name] === 0) ?? 'minutes';
  return { amount: minutes / UNITS[unit], unit };
};
