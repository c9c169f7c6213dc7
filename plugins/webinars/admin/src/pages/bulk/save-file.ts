const backend = (): string => (window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';

const FRAME = 'webinars-download';

/**
 * Has the browser save a file by itself, however large: it is never in the page's memory. A form posts the ticket, so that it stands in no
 * address; what is answered instead of a file goes to a frame that nobody sees, and the page tells of it.
 */
export const saveFile = (ticket: string): void => {
  if (!document.getElementsByName(FRAME).length) {
    const frame = Object.assign(document.createElement('iframe'), { name: FRAME, hidden: true, title: '' });
    document.body.append(frame);
  }
  const form = Object.assign(document.createElement('form'), {
    method: 'POST',
    action: `${backend()}/webinars-admin/exports/download`,
    target: FRAME,
    hidden: true,
  });
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'ticket', value: ticket }));
  document.body.append(form);
  form.submit();
  form.remove();
};
