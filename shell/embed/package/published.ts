/** What the package says of the views that are published: names and types, made from their manifests. */
import { readFileSync } from 'node:fs'

/** A view that stands in an element, as far as the package tells of it. */
export interface PublishedView {
  readonly name: string
  readonly title: string
  readonly element: string
}

/** A view that can be seen in a partner's page: in an element, or opened by a view that is. */
export interface LentView {
  readonly name: string
  readonly title: string
  readonly kind: 'page' | 'widget' | 'secure'
  readonly scopes: readonly string[]
  readonly element?: string | undefined
}

/** The views of some `module.json` that partners may embed, in the order in which they are told there. */
export function lentViewsOf(manifests: readonly string[]): readonly LentView[] {
  return manifests
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as { readonly views: LentView[] })
    .flatMap(({ views }) => views)
    .filter(({ element, kind }) => element !== undefined || kind === 'secure')
    .map(({ name, title, kind, scopes, element }) => ({ name, title, kind, scopes, element }))
}

/** Those that the package has a name for: the ones with an element, by its name. */
export const namedOf = (views: readonly LentView[]): readonly PublishedView[] =>
  views
    .flatMap(({ name, title, element }) =>
      element === undefined ? [] : [{ name, title, element }],
    )
    .toSorted((a, b) => (a.element < b.element ? -1 : 1))

/** `sonaqor-keys` as React and Vue call it: `SonaqorKeys`. */
export const componentOf = ({ element }: PublishedView): string =>
  element.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const said = ({ title, name }: PublishedView) => `/** ${title}: the view \`${name}\`. */`
const lines = (views: readonly PublishedView[], line: (view: PublishedView) => string) =>
  views.map((view) => `  ${line(view).replaceAll('\n', '\n  ')}`).join('\n')

/** The files of the package that differ with what is published, by name. */
export const publishedFiles = (
  views: readonly PublishedView[],
): Readonly<Record<string, string>> => ({
  'published.ts': `import type { SonaqorElement } from './element.ts'
import type { Sonaqor } from './sdk.ts'

/** The views that partners may embed, by their elements. */
export const publishedViews = {
${lines(views, (view) => `'${view.element}': '${view.name}',`)}
} as const satisfies Readonly<Record<string, string>> as Readonly<Record<string, string>>

/** Every element that is published, for whoever looks one up or makes one. */
export interface PublishedElements {
${lines(views, (view) => `${said(view)}\n'${view.element}': SonaqorElement`)}
}

declare global {
  interface HTMLElementTagNameMap extends PublishedElements {}
  interface Window {
    Sonaqor?: Sonaqor
  }
}
`,
  'react.ts': `'use client'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { sonaqorView, type SonaqorView } from './react-view.tsx'
import type { SonaqorAttributes, SonaqorElement } from './element.ts'

export { SonaqorProvider, useLogout, type SonaqorProviderProps } from './react-provider.tsx'
export type { SonaqorView, SonaqorViewProps } from './react-view.tsx'
export type * from './element.ts'
export type * from './published.ts'
export type * from './sdk.ts'

${views.map((view) => `${said(view)}\nexport const ${componentOf(view)}: SonaqorView = /* @__PURE__ */ sonaqorView('${view.element}')`).join('\n')}

/** An element in JSX, for whoever begins a session without the provider. */
type InJsx = Omit<DetailedHTMLProps<HTMLAttributes<SonaqorElement>, SonaqorElement>, 'className'> &
  SonaqorAttributes & { readonly class?: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${lines(views, (view) => `    '${view.element}': InJsx`)}
    }
  }
}
`,
  'vue.ts': `/** Types of the elements in templates of Vue: \`import '@sonaqor/embed/vue'\` once. */
import type { SonaqorAttributes, SonaqorElement, SonaqorEventMap } from './element.ts'

export type * from './published.ts'

type Listeners = {
  readonly [E in keyof SonaqorEventMap as E extends \`sonaqor-\${infer Name}\`
    ? \`onSonaqor\${Capitalize<Name>}\`
    : never]?: (event: SonaqorEventMap[E]) => void
}

/** An element in a template of Vue. */
export type InTemplate = new () => SonaqorElement & {
  readonly $props: SonaqorAttributes & Listeners
}

declare module 'vue' {
  interface GlobalComponents {
${lines(views, (view) => `  '${view.element}': InTemplate`)}
${lines(views, (view) => `  ${componentOf(view)}: InTemplate`)}
  }
}
`,
})
