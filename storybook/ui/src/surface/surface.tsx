import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { adopt, dress } from '../styles/adopt.ts'
import { ground as sheets } from '../styles/ground.ts'
import { directionOf, tagOf } from '../texts/tag-of.ts'
import { Toasts } from '../toast/toasts.tsx'
import { LocaleContext, SpokenContext } from './locale.ts'

sheets.forEach(adopt)

export interface Appearance {
  /** `auto` follows the person's own setting. */
  readonly theme: 'light' | 'dark' | 'auto'
  readonly density: 'cosy' | 'compact'
}

export interface SurfaceProps {
  readonly appearance?: Appearance
  /** A BCP 47 tag; dates and figures below are written in it. */
  readonly locale?: string
  /**
   * The language that its words are in and run along, where that is not the one asked for: what
   * `spokenIn` of `@sonaqor/ui/texts` answers.
   */
  readonly spoken?: string
  readonly children: ReactNode
}

const systemsOwn: Appearance = { theme: 'auto', density: 'cosy' }

/**
 * The ground that every other component stands on: theme, density, type and language, and the
 * styles of the house, adopted by whichever document or shadow root it finds itself in. What its
 * parts have to say in passing is shown at its foot.
 */
export function Surface(props: SurfaceProps) {
  const { appearance = systemsOwn, locale = 'en', spoken = locale, children } = props
  const ground = useRef<HTMLDivElement>(null)
  const tag = tagOf(spoken)

  // Before the first painting, so that nothing is ever seen undressed.
  useLayoutEffect(() => {
    const root = ground.current?.getRootNode()
    return root instanceof Document || root instanceof ShadowRoot ? dress(root) : undefined
  }, [])

  return (
    <div
      ref={ground}
      className="sq-surface"
      data-theme={appearance.theme}
      data-density={appearance.density}
      lang={tag}
      dir={directionOf(tag)}
    >
      <LocaleContext value={tagOf(locale)}>
        <SpokenContext value={tag}>
          <Toasts>{children}</Toasts>
        </SpokenContext>
      </LocaleContext>
    </div>
  )
}
