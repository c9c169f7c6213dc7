import { useIntl } from 'react-intl';

/** Calendar days in words. A day is no instant: it reads the same in every zone. */
export const useDay = () => {
  const { formatDate } = useIntl();
  const short = (day: string) => formatDate(day, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const long = (day: string) => formatDate(day, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    short,
    span: ({ from, to }: { from: string; to: string }) => (from === to ? long(from) : `${long(from)} – ${long(to)}`),
    shortSpan: ({ from, to }: { from: string; to: string }) =>
      from === to ? short(from) : `${short(from)} – ${short(to)}`,
  };
};
