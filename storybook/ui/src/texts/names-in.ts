/**
 * The names of a message's placeholders, found by the type checker: `'count' | 'name'` of
 * `'{name} has {count, plural, one {# key} other {# keys}}'`. It walks from brace to brace. What
 * stands in a text is either an argument or, at a closing brace, the end of a case; so cases need no
 * counting of their depth.
 */
export type NamesIn<Message extends string> = InText<Message>

type InText<S extends string, Names extends string = never> =
  NextBrace<S> extends readonly [infer Brace, infer Rest extends string]
    ? Brace extends '{'
      ? InArgument<Rest, Names>
      : InCases<Rest, Names>
    : Names

type InArgument<S extends string, Names extends string> = S extends `${infer Inner}}${infer Rest}`
  ? Inner extends `${infer Name},${infer Kind}`
    ? Trim<Kind> extends `${'plural' | 'select' | 'selectordinal'},${string}`
      ? InCases<After<S>, Names | Trim<Name>>
      : InText<Rest, Names | Trim<Name>>
    : InText<Rest, Names | Trim<Inner>>
  : Names

type InCases<S extends string, Names extends string> =
  NextBrace<S> extends readonly [string, infer Rest extends string] ? InText<Rest, Names> : Names

/** What follows the name and the kind of an argument: its cases. */
type After<S extends string> = S extends `${string},${string},${infer Rest}` ? Rest : never

/** The first brace of either kind, and what follows it. */
type NextBrace<S extends string> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${string}`
    ? Closing<S>
    : readonly ['{', Rest]
  : Closing<S>

type Closing<S extends string> = S extends `${string}}${infer Rest}`
  ? readonly ['}', Rest]
  : undefined

type Trim<S extends string> = S extends ` ${infer Rest}` | `${infer Rest} ` ? Trim<Rest> : S
