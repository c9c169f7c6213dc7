export type AddressFault = 'not_an_address' | 'not_secure';

/**
 * Whether a text can be an image's address: a complete https address, or a path on this server such as the Media Library's.
 * Null when it can.
 */
export const addressFault = (text: string): AddressFault | null => {
  if (text === '' || (text.startsWith('/') && !text.startsWith('//'))) return null;
  try {
    const { protocol, hostname } = new URL(text);
    if (protocol === 'https:') return null;
    // A development server's own addresses have no certificate.
    return protocol === 'http:'
      ? ['localhost', '127.0.0.1'].includes(hostname)
        ? null
        : 'not_secure'
      : 'not_an_address';
  } catch {
    return 'not_an_address';
  }
};

/** Where the browser finds the image: a path belongs to the server, which need not be where the admin is. */
export const previewAddress = (text: string, backend: string): string | null => {
  if (text === '' || addressFault(text) === 'not_an_address') return null;
  return text.startsWith('/') ? `${backend.replace(/\/$/, '')}${text}` : text;
};
