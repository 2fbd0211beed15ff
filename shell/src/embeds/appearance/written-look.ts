import { propertyOf, type DesignTokens } from '@sonaqor/embed/appearance'
import { rightOf, type ChosenLook } from './chosen-look.ts'

/** The forms in which a look is taken along. */
export const forms = ['script', 'json', 'css'] as const
export type Form = (typeof forms)[number]

/** What a file of each form is called. */
export const fileNames: Readonly<Record<Form, string>> = {
  script: 'sonaqor-appearance.ts',
  json: 'sonaqor-appearance.json',
  css: 'sonaqor-appearance.css',
}

/** Writes a look as a partner's page takes it: what was changed, and nothing else. */
export function written(look: ChosenLook, form: Form): string {
  if (form === 'css') return asCss(look)
  const appearance = appearanceOf(look)
  return form === 'json' ? JSON.stringify(appearance, null, 2) : asScript(appearance)
}

function appearanceOf({ theme, density, ...chosen }: ChosenLook) {
  const tokens = rightOf(chosen.tokens)
  const dark = rightOf(chosen.dark)
  return {
    theme,
    density,
    ...(hasAny(tokens) && { tokens }),
    ...(hasAny(dark) && { dark }),
  }
}

const hasAny = (tokens: DesignTokens) => Object.keys(tokens).length > 0

function asScript(appearance: object): string {
  const lines = JSON.stringify(appearance, null, 2)
    .replaceAll(/^(\s*)"(\w+)":/gm, '$1$2:')
    .replaceAll(/: "((?:[^"\\]|\\.)*)"/g, (_, text: string) => `: ${quoted(text)}`)
    .replaceAll(/(["'}])$/gm, '$1,')
    .replace(/,$/, '')
    .split('\n')
  return ['Sonaqor.start({', '  fetchSession,', `  appearance: ${lines.join('\n  ')},`, '})'].join(
    '\n',
  )
}

const quoted = (json: string) =>
  `'${(JSON.parse(`"${json}"`) as string).replaceAll("'", String.raw`\'`)}'`

/** For pages that would rather say it in their own styles; theme and density are no properties. */
function asCss({ theme, tokens, dark }: ChosenLook): string {
  const light = ruleOf(rightOf(tokens))
  const own = ruleOf(rightOf(dark))
  const always = theme === 'dark' ? [light, own] : [light]
  const whileDark =
    theme === 'auto' && own !== ''
      ? [`@media (prefers-color-scheme: dark) {\n${own.replaceAll(/^/gm, '  ')}\n}`]
      : []
  return [...always, ...whileDark].filter((rule) => rule !== '').join('\n\n')
}

function ruleOf(tokens: DesignTokens): string {
  if (!hasAny(tokens)) return ''
  const lines = Object.entries(tokens).map(([name, value]) => `  ${propertyOf(name)}: ${value};`)
  return [':root {', ...lines, '}'].join('\n')
}
