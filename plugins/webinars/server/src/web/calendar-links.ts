/** What a calendar is told about a session. */
export type Entry = { title: string; from: Date; to: Date; details: string; place: string };

const compact = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Addresses that open a filled-in entry at two calendars on the web. */
export const calendarLinks = ({ title, from, to, details, place }: Entry) => ({
  google: `https://calendar.google.com/calendar/render?${new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(from)}/${compact(to)}`,
    details,
    location: place,
  }).toString()}`,
  outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: from.toISOString(),
    enddt: to.toISOString(),
    body: details,
    location: place,
  })
    .toString()
    // Outlook shows a plus sign as one.
    .replaceAll('+', '%20')}`,
});
