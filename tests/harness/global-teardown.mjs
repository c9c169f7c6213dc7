export default async () => {
  await /** @type {any} */ (globalThis).__webinars?.close();
};
