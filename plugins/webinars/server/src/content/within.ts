const WITHIN = Symbol('webinars.within');

/** Marks a read that completes another one: what that one may show was decided there. */
export const within = <Params extends object>(params: Params): Params => ({ ...params, [WITHIN]: true });

export const isWithin = (params: object): boolean => WITHIN in params;
