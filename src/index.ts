/** The application holds content and no rules: those are in plugins/webinars. */
export default {
  register() {},
  bootstrap() {},
};
