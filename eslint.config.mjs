import path from 'node:path';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const BUDGET = { fileLines: 300, functionLines: 40, componentLines: 80, parameters: 4, constructorParameters: 5, complexity: 8 };

const TYPESCRIPT = ['**/*.{ts,tsx}'];
const SCRIPTS = ['**/*.{js,mjs,cjs}'];
const SPECS = ['**/*.spec.{ts,tsx}'];
/** Tools load these by their default export, and some of them read the environment. */
const TOOL_CONFIGS = ['*.config.{mjs,ts}', '.dependency-cruiser.cjs', 'apps/*/*.config.{mjs,ts}'];
/** The only places that know the time of day and the environment: these files, and no others of their names. */
const CLOCK_AND_SETTINGS = ['libs/platform/src/clock.ts', 'libs/platform/src/settings.ts', 'test/support/settings.ts'];

/** ESLint's own max-params has one limit; a constructor that only receives its collaborators may have one more. */
const maxParams = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { tooMany: 'Too many parameters ({{ count }}). At most {{ limit }} are allowed.' },
  },
  create: (context) => {
    const check = (node) => {
      const isConstructor = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor';
      const limit = isConstructor ? BUDGET.constructorParameters : BUDGET.parameters;
      const count = node.params.length;
      if (count > limit) context.report({ node, messageId: 'tooMany', data: { count, limit } });
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
      TSDeclareFunction: check,
      TSEmptyBodyFunctionExpression: check,
      TSFunctionType: check,
      TSMethodSignature: check,
    };
  },
};

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Files and folders are named in small letters and hyphens: one name on every disk. What follows the first dot is the kind. */
const kebabCase = {
  meta: { type: 'suggestion', schema: [], messages: { other: '{{ name }} is not written in-kebab-case.' } },
  create: (context) => ({
    Program: (node) => {
      const parts = path.relative(context.cwd, context.filename).split(path.sep);
      const name = parts.map((part) => part.replace(/^\./, '').split('.')[0]).find((part) => !KEBAB_CASE.test(part));
      if (name !== undefined) context.report({ node, messageId: 'other', data: { name } });
    },
  }),
};

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

/** `LINT=swift`: without the rules that ask React's compiler, which take twice as long as all others. */
const HOOKS = {
  plugins: { 'react-hooks': reactHooks },
  rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'warn' },
};
const REACT = process.env.LINT === 'swift' ? HOOKS : reactHooks.configs.flat.recommended;

const syntax = (bans) => ['error', ...Object.entries(bans).map(([selector, message]) => ({ selector, message }))];
const NO_ENUM = { TSEnumDeclaration: 'No enums: a union of literals, or a const object, says the same without code of its own.' };
const NO_DEFAULT_EXPORT = { ExportDefaultDeclaration: 'No default exports: a name is the same wherever it is imported.' };
const NO_SWITCH = {
  SwitchStatement: 'No switch: a record from each case to what it means is checked for completeness, and shorter.',
};
/** Under another name neither could be followed. */
const NO_ALIAS = Object.fromEntries(
  ['init', 'right', 'value', 'body', 'argument', 'superClass'].map((place) => [
    `:not(UnaryExpression, BinaryExpression)[${place}.type="Identifier"][${place}.name=/^(Date|process)$/]`,
    'The time of day comes from the clock, the environment from settings.ts: no other names for them.',
  ]),
);
const NO_WALL_TIME = {
  'NewExpression[callee.name="Date"][arguments.length=0]': 'The time of day comes from the clock.',
  'CallExpression[callee.name="Date"]': 'The time of day comes from the clock.',
};

export default defineConfig(
  { ignores: ['dist/', '.dist/', 'var/', 'coverage/', '**/generated/'] },
  // A budget that a comment can switch off is none.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  // What asks for types is in .oxlintrc.json: the native compiler answers in a fifth of the time.
  { files: TYPESCRIPT, extends: [tseslint.configs.strict, tseslint.configs.stylistic] },
  // Decorators need the value of what looks like a type.
  { files: TYPESCRIPT, languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } } },
  {
    plugins: { house: { rules: { 'max-params': maxParams, 'kebab-case': kebabCase } } },
    rules: {
      'max-lines': lines(BUDGET.fileLines),
      'max-lines-per-function': lines(BUDGET.functionLines),
      'house/max-params': 'error',
      'house/kebab-case': 'error',
      complexity: ['error', BUDGET.complexity],
      eqeqeq: 'error',
      // oxlint listens to such comments.
      'no-warning-comments': ['error', { terms: ['oxlint-disable'], location: 'anywhere' }],
      'no-console': 'error',
      'no-restricted-syntax': syntax({ ...NO_ENUM, ...NO_DEFAULT_EXPORT, ...NO_SWITCH, ...NO_WALL_TIME, ...NO_ALIAS }),
      'no-restricted-globals': [
        'error',
        ...['globalThis', 'global'].map((name) => ({ name, message: 'Write what is meant by its own name.' })),
        { name: 'performance', message: 'The time of day comes from the clock.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time of day comes from the clock.' },
        { object: 'process', property: 'env', message: 'The environment is read in settings.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        { name: 'node:process', importNames: ['env'], message: 'The environment is read in settings.ts.' },
        { name: 'process', message: 'Write node:process.' },
        ...['node:perf_hooks', 'perf_hooks'].map((name) => ({ name, message: 'The time of day comes from the clock.' })),
      ],
    },
  },
  {
    files: TYPESCRIPT,
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // The compiler says so.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': lines(BUDGET.componentLines) } },
  { files: ['apps/{console,portal}/**/*.{ts,tsx}'], extends: [REACT] },
  { files: SPECS, rules: { 'max-lines-per-function': 'off' } },
  {
    files: CLOCK_AND_SETTINGS,
    rules: {
      'no-restricted-syntax': syntax({ ...NO_ENUM, ...NO_DEFAULT_EXPORT, ...NO_SWITCH }),
      'no-restricted-properties': 'off',
      'no-restricted-globals': 'off',
    },
  },
  { files: ['apps/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: SCRIPTS,
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearInterval: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
      },
    },
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-globals': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } } },
  { files: TOOL_CONFIGS, rules: { 'no-restricted-syntax': syntax(NO_ENUM), 'no-restricted-properties': 'off' } },
);
