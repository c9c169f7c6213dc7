import { isPerson } from './views';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const looked = (userAgent: string, purpose = '', method = 'GET') => isPerson({ userAgent, purpose, method });

describe('a view of a page', () => {
  it.each([
    CHROME,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1',
  ])('is counted where a person looks: %s', (userAgent) => expect(looked(userAgent)).toBe(true));

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0)',
    'facebookexternalhit/1.1',
    'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/131.0.0.0 Safari/537.36',
    'curl/8.5.0',
    '',
  ])('is not counted where a program says so, or nothing: %s', (userAgent) => expect(looked(userAgent)).toBe(false));

  it('is not counted where a browser only fetches the page beforehand, or asks for its head', () => {
    expect(looked(CHROME, 'prefetch;prerender')).toBe(false);
    expect(looked(CHROME, '', 'HEAD')).toBe(false);
  });
});
