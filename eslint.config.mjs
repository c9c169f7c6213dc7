import js from '@eslint/js';
import checkFile from 'eslint-plugin-check-file';
import tseslint from 'typescript-eslint';

const kebabCase = { '**/*.{ts,mjs}': 'KEBAB_CASE' };

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.strapi/**',
      'types/generated/**',
      'public/**',
      'coverage/**',
      'tests/output/**',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'src/admin/tsconfig.json',
          'tests/tsconfig.json',
          'plugins/webinars/server/tsconfig.json',
          'plugins/webinars/admin/tsconfig.json',
          'plugins/webinars/site/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A handler that answers a promise is what Strapi's routes, React's events and Jest's hooks take.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // An async function without await still says that it may one day wait; callers must not care.
      '@typescript-eslint/require-await': 'off',
      // Strapi's own interface is `any` in many places (services, plugins, hooks); an `any` of ours is refused above.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // What Strapi and PostgreSQL answer is `any` or unknown: an assertion that names the row is no noise there.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Template texts and labels take what can be read; objects without words are caught by the type of what they are for.
      '@typescript-eslint/no-base-to-string': 'off',
      // Our types spell functions as methods, and what they describe is closures: no `this` gets lost.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      // A parsed answer is whatever came; the test's expectation is its check.
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'performance',
          'globalThis',
          'AbortController',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    plugins: { 'check-file': checkFile },
    rules: {
      'check-file/filename-naming-convention': [
        'error',
        { ...kebabCase, '**/!(app).tsx': 'PASCAL_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      'check-file/folder-naming-convention': ['error', { '{config,database,scripts,tests,plugins}/**/': 'KEBAB_CASE' }],
    },
  },
);
