import { useSearchParams } from 'react-router-dom';
import { PERMISSIONS } from '../../permissions';
import { useMayDo } from '../../use-may';

export const TABS = ['sheet', 'people', 'seats', 'waitlist', 'mails', 'partners', 'history', 'links'] as const;
export type Tab = (typeof TABS)[number];

/** The parts of a session's page that the reader may open, and the one that the address names. */
export const useTabs = () => {
  const [params, setParams] = useSearchParams();
  const may: Record<Tab, boolean> = {
    sheet: true,
    people: useMayDo(PERMISSIONS.readRegistrations),
    seats: true,
    waitlist: useMayDo(PERMISSIONS.readRegistrations),
    mails: useMayDo([...PERMISSIONS.readMails, ...PERMISSIONS.sendMails]),
    partners: useMayDo(PERMISSIONS.readPartners),
    history: useMayDo(PERMISSIONS.readHistory),
    links: true,
  };
  const open = TABS.filter((tab) => may[tab]);
  const asked = params.get('tab');
  return {
    open,
    current: open.find((tab) => tab === asked) ?? 'sheet',
    // The first tab is the page itself; what other tabs keep in the address is theirs.
    go: (tab: Tab) => setParams(tab === 'sheet' ? {} : { tab }),
  };
};
