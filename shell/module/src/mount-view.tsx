import { layGround, PartOfPage, ScopesFrom, SingleKeys, Surface } from '@sonaqor/ui'
import {
  areLoaded,
  languages as languagesOfUi,
  loadTexts,
  spokenIn,
  type Languages,
} from '@sonaqor/ui/texts'
import { Component, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { ModuleHost, Mounted, ViewRef } from './host.ts'
import { createStore } from './reading/store.ts'
import { StoreProvider } from './reading/use-store.ts'
import { languages as ownLanguages } from './texts/index.ts'
import { bindModule, ModuleProvider } from './use-module.ts'
import type { LoadView } from './view.ts'

/**
 * Draws a view into an element, the same way for a route of the shell, a custom element in a
 * partner's page and our own frame. The surface dresses whichever root the element stands in.
 * Resolves once the view's code has arrived and was handed to React, with its texts in the language
 * of the host; rejects when the code cannot be loaded. What breaks later is told to `host.failed`.
 */
export async function mountView(
  element: HTMLElement,
  ref: ViewRef & { readonly load: LoadView; readonly languages: readonly Languages[] },
  host: ModuleHost,
): Promise<Mounted> {
  const spoken = [languagesOfUi, ownLanguages, ...ref.languages]
  const [{ default: View }] = await Promise.all([
    ref.load(),
    loadTexts(host.locale, ...spoken),
    layGround(),
  ])
  const root = createRoot(element)
  // Of its own for each mount: two elements on one page may speak for two principals.
  const store = createStore()
  let now = { host, params: ref.params }
  // The language that is drawn: the one asked for, once its texts are there.
  let { locale } = host
  let isGone = false

  const draw = () => {
    if (isGone) return
    root.render(
      <Boundary failed={(error) => now.host.failed(error)}>
        <Surface
          appearance={now.host.appearance}
          locale={locale}
          spoken={spokenIn(locale, ...spoken)}
        >
          <ModuleProvider value={bindModule({ ...now.host, locale }, now.params)}>
            <StoreProvider value={store}>
              <PartOfPage value={now.host.isInner ?? false}>
                <SingleKeys value={now.host.singleKeys ?? true}>
                  <ScopesFrom value={now.host.kind === 'embed' ? 'page' : 'role'}>
                    <View />
                  </ScopesFrom>
                </SingleKeys>
              </PartOfPage>
            </StoreProvider>
          </ModuleProvider>
        </Surface>
      </Boundary>,
    )
  }

  draw()
  return {
    update(change) {
      now = { ...now, ...change }
      const asked = now.host.locale
      const speak = () => {
        if (asked === now.host.locale) locale = asked
        draw()
      }
      if (areLoaded(asked, ...spoken)) return speak()
      // Whatever else has changed does not wait for words.
      draw()
      void loadTexts(asked, ...spoken).then(speak)
    },
    unmount() {
      isGone = true
      root.unmount()
      store.clear()
    },
  }
}

interface BoundaryProps {
  readonly failed: (error: unknown) => void
  readonly children: ReactNode
}

/** Draws nothing once its view broke: the host stands outside of React and shows the retry. */
class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.failed(error)
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
