/** What the bundler adds to modules; its own type package is not a dependency of the plugin. */
interface ImportMeta {
  glob<Module>(patterns: readonly string[]): Record<string, () => Promise<Module>>;
}
