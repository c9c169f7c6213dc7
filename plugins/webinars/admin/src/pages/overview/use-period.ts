import { useSearchParams } from 'react-router-dom';
import { NAMED_PERIODS, type NamedPeriod } from '../../../../contracts/overview';

export const CHOICES = [...NAMED_PERIODS, 'own'] as const;
export type PeriodChoice = (typeof CHOICES)[number];

const USUAL: NamedPeriod = '30';

/** Which period is shown. It stands in the address, so that a link, the back button and a reload show the same. */
export const usePeriod = () => {
  const [params, setParams] = useSearchParams();
  const from = params.get('from');
  const to = params.get('to');
  const choice = CHOICES.find((one) => one === params.get('period')) ?? (from || to ? 'own' : USUAL);

  const set = (values: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next);
  };
  return {
    choice,
    from,
    to,
    choose: (chosen: PeriodChoice, shown: { from: string; to: string } | null) =>
      // One's own days begin as those that are shown.
      set(
        chosen === 'own'
          ? { period: 'own', ...shown }
          : { period: chosen === USUAL ? null : chosen, from: null, to: null },
      ),
    change: (name: 'from' | 'to', day: string | null) => set({ period: 'own', [name]: day }),
    /** The question; null while one's own days are not both chosen. */
    query: choice !== 'own' ? { period: choice } : from && to ? { from, to } : null,
  };
};

export type PeriodState = ReturnType<typeof usePeriod>;
