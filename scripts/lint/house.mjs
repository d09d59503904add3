import path from 'node:path';

const LIMITS = { parameters: 4, constructorParameters: 5 };

/** The linter's own max-params has one limit; a constructor that only receives its collaborators may have one more. */
const maxParams = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { tooMany: 'Too many parameters ({{ count }}). At most {{ limit }} are allowed.' },
  },
  create: (context) => {
    const check = (node) => {
      const isConstructor = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor';
      const limit = isConstructor ? LIMITS.constructorParameters : LIMITS.parameters;
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

const ban = (bans) => ({
  meta: { type: 'suggestion', schema: [] },
  create: (context) =>
    Object.fromEntries(
      Object.entries(bans).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

const noEnum = ban({
  TSEnumDeclaration: 'No enums: a union of literals, or a const object, says the same without code of its own.',
});
const noSwitch = ban({
  SwitchStatement: 'No switch: a record from each case to what it means is checked for completeness, and shorter.',
});
const noDefaultExport = ban({ ExportDefaultDeclaration: 'No default exports: a name is the same wherever it is imported.' });
/** Under another name neither the time of day nor the environment could be followed. */
const noWallTime = ban({
  'NewExpression[callee.name="Date"][arguments.length=0]': 'The time of day comes from the clock.',
  'CallExpression[callee.name="Date"]': 'The time of day comes from the clock.',
  ...Object.fromEntries(
    ['init', 'right', 'value', 'body', 'argument', 'superClass'].map((place) => [
      `:not(UnaryExpression, BinaryExpression)[${place}.type="Identifier"][${place}.name=/^(Date|process)$/]`,
      'The time of day comes from the clock, the environment from settings.ts: no other names for them.',
    ]),
  ),
});

/** The rules of this house that no linter brings. */
export default {
  meta: { name: 'house' },
  rules: {
    'kebab-case': kebabCase,
    'max-params': maxParams,
    'no-default-export': noDefaultExport,
    'no-enum': noEnum,
    'no-switch': noSwitch,
    'no-wall-time': noWallTime,
  },
};
