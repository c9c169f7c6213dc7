/** Where the product asks for the time. Tests travel; production does not. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
