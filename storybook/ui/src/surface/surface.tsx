import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { adopt, dress } from '../styles/adopt.ts'
import base from '../styles/base.css'
import tokens from '../styles/tokens.css'
import { tagOf } from '../texts/tag-of.ts'
import { Toasts } from '../toast/toasts.tsx'
import { LocaleContext } from './locale.ts'

adopt(tokens)
adopt(base)

export interface Appearance {
  /** `auto` follows the person's own setting. */
  readonly theme: 'light' | 'dark' | 'auto'
  readonly density: 'cosy' | 'compact'
}

export interface SurfaceProps {
  readonly appearance?: Appearance
  /** A BCP 47 tag; dates and figures below are written in it. */
  readonly locale?: string
  readonly children: ReactNode
}

const systemsOwn: Appearance = { theme: 'auto', density: 'cosy' }

const fromRightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

function directionOf(tag: string): 'rtl' | 'ltr' {
  return fromRightToLeft.has(new Intl.Locale(tag).language) ? 'rtl' : 'ltr'
}

/**
 * The ground that every other component stands on: theme, density, type and language, and the
 * styles of the house, adopted by whichever document or shadow root it finds itself in. What its
 * parts have to say in passing is shown at its foot.
 */
export function Surface({ appearance = systemsOwn, locale = 'en', children }: SurfaceProps) {
  const ground = useRef<HTMLDivElement>(null)
  const tag = tagOf(locale)

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
      <LocaleContext value={tag}>
        <Toasts>{children}</Toasts>
      </LocaleContext>
    </div>
  )
}
