/**
 * What Strapi's admin shows newcomers about Strapi itself: a guided tour that covers the page, and a banner with its news. It has no
 * setting for either, only what it remembers of a person who dismissed them. Remembered from the start, nobody is asked.
 */
const DISMISSED = {
  STRAPI_GUIDED_TOUR: { enabled: false, hidden: false, completedActions: [] },
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false': true,
};

/** Keeps the tour and the banner away, unless a person has asked for them since. */
export const keepQuiet = (): void => {
  for (const [key, value] of Object.entries(DISMISSED)) {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(value));
  }
};
