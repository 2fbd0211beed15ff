import { designTokens, isToken, propertyOf, type DesignTokens } from '@sonaqor/embed/appearance'
import { asBuilt, isRight, type ChosenLook } from './chosen-look.ts'

/** What is wrong with what was pasted, for the words to be found elsewhere. */
export type PasteFault =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: string }

export type Pasted =
  | { readonly look: ChosenLook; readonly faults?: undefined }
  | { readonly faults: readonly PasteFault[] }

/** Reads what our own exports write, JSON, and the lines of a script or of styles that people write. */
export function readPasted(text: string): Pasted {
  const read = text.includes('--sonaqor-') ? fromCss(text) : fromScript(text)
  if (!read) return { faults: [{ kind: 'unreadable' }] }
  const { theme, density } = read
  const faults = [...faultsIn(read.tokens), ...faultsIn(read.dark), ...faultsOfManner(read)]
  if (faults.length > 0) return { faults }
  const look = {
    theme: theme ?? asBuilt.theme,
    density: density ?? asBuilt.density,
    tokens: (read.tokens ?? {}) as DesignTokens,
    dark: (read.dark ?? {}) as DesignTokens,
  }
  const isEmpty = !theme && !density && Object.keys({ ...look.tokens, ...look.dark }).length === 0
  return isEmpty ? { faults: [{ kind: 'empty' }] } : { look }
}

interface Read {
  readonly theme?: ChosenLook['theme']
  readonly density?: ChosenLook['density']
  readonly tokens?: Readonly<Record<string, unknown>>
  readonly dark?: Readonly<Record<string, unknown>>
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function faultsIn(tokens: unknown): readonly PasteFault[] {
  if (tokens === undefined) return []
  if (!isThing(tokens)) return [{ kind: 'unreadable' }]
  return Object.entries(tokens).flatMap(([name, value]): readonly PasteFault[] => {
    if (!isToken(name)) return [{ kind: 'unknown', name }]
    const isFine = typeof value === 'string' && isRight(name, value)
    return isFine ? [] : [{ kind: 'value', name, value: String(value) }]
  })
}

const manners = { theme: ['auto', 'light', 'dark'], density: ['cosy', 'compact'] } as const

function faultsOfManner(read: Read): readonly PasteFault[] {
  const names = ['theme', 'density'] as const
  return names.flatMap((name): readonly PasteFault[] => {
    const value: string | undefined = read[name]
    const known: readonly string[] = manners[name]
    return value === undefined || known.includes(value) ? [] : [{ kind: 'value', name, value }]
  })
}

/** A script's object is JSON but for quotes, commas and remarks; nothing of it is run. */
function fromScript(text: string): Read | undefined {
  const opening = /appearance\s*[:=]\s*/.exec(text)
  const start = text.indexOf('{', opening ? opening.index + opening[0].length : 0)
  if (start < 0) return undefined
  try {
    const read: unknown = JSON.parse(jsonOf(balanced(text.slice(start))))
    if (!isThing(read)) return undefined
    const named = isThing(read['appearance']) ? read['appearance'] : read
    const hasParts = ['theme', 'density', 'tokens', 'dark'].some((part) => part in named)
    return hasParts ? (named as Read) : { tokens: named }
  } catch {
    return undefined
  }
}

/** From a bracket to the one that closes it. */
function balanced(text: string): string {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}]/g)) {
    if (found === '{') depth += 1
    if (found === '}') depth -= 1
    if (depth === 0) return text.slice(0, index + 1)
  }
  return text
}

const pieces =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\/|[A-Za-z_$][\w$]*(?=\s*:)|,(?=\s*[}\]])/g

const jsonOf = (script: string): string =>
  script.replaceAll(pieces, (piece) => {
    if (piece.startsWith('"')) return piece
    if (piece.startsWith("'")) {
      return JSON.stringify(piece.slice(1, -1).replaceAll(/\\(.)/g, '$1'))
    }
    return piece.startsWith('/') || piece === ',' ? '' : `"${piece}"`
  })

const byProperty = new Map(Object.keys(designTokens).map((name) => [propertyOf(name), name]))

function fromCss(text: string): Read {
  const bare = text.replaceAll(/\/\*[^]*?\*\//g, '')
  const media = bare.search(/@media[^{]*dark/)
  const at = media < 0 ? bare.length : media
  return { tokens: declaredIn(bare.slice(0, at)), dark: declaredIn(bare.slice(at)) }
}

function declaredIn(css: string): Readonly<Record<string, string>> {
  const found = [...css.matchAll(/(--sonaqor-[\w-]+)\s*:\s*([^;}]+)/g)]
  return Object.fromEntries(
    found.map(([, name = '', value = '']) => [byProperty.get(name) ?? name, value.trim()]),
  )
}
