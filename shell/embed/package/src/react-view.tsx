'use client'
import {
  forwardRef,
  useContext,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type AriaAttributes,
  type ElementType,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
} from 'react'
import type { SonaqorElement } from './element.ts'
import { SonaqorContext } from './react-provider.tsx'
import type { EmbedError, EmbedEvents, EmbedMode, ViewState } from './sdk.ts'
import { wordsOfPage } from './arrival.ts'

type Heard<E extends keyof EmbedEvents> = (
  detail: EmbedEvents[E],
  event: CustomEvent<EmbedEvents[E]>,
) => void

/** What every element of a page may have; `data-…` and `aria-…` are handed on as well. */
type OfAnyElement = AriaAttributes &
  Pick<
    HTMLAttributes<HTMLElement>,
    'className' | 'dir' | 'hidden' | 'id' | 'lang' | 'role' | 'style' | 'title'
  >

export interface SonaqorViewProps extends OfAnyElement {
  /** Where it stands: in the page, or in a frame of ours. */
  readonly mode?: EmbedMode
  /** What is chosen in it; together with `onState` the page has it in hand. */
  readonly state?: ViewState
  /** What the view is opened for, such as the id of an app. */
  readonly params?: ViewState
  /** The app and environment that the page expects; another session is refused. */
  readonly app?: string
  readonly environment?: 'sandbox' | 'production'
  readonly onLoading?: Heard<'sonaqor-loading'>
  readonly onReady?: Heard<'sonaqor-ready'>
  readonly onError?: Heard<'sonaqor-error'>
  readonly onNavigate?: Heard<'sonaqor-navigate'>
  readonly onState?: Heard<'sonaqor-state'>
  readonly onEvent?: Heard<'sonaqor-event'>
  readonly onResize?: Heard<'sonaqor-resize'>
  readonly onSession?: Heard<'sonaqor-session'>
  /** Is seen until the view stands there. */
  readonly children?: ReactNode
}

/** A view of Sonaqor as a component. */
export type SonaqorView = (
  props: SonaqorViewProps & { readonly ref?: Ref<SonaqorElement> },
) => ReactElement | null

const events = [
  'Loading',
  'Ready',
  'Error',
  'Navigate',
  'State',
  'Event',
  'Resize',
  'Session',
] as const

/** On a server nothing is laid out, and React 18 would complain of it. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Makes the component of an element. What there is to say to the element is said to it here, for
 * React 18 knows neither properties nor events of custom elements.
 */
export function sonaqorView(tag: string): SonaqorView {
  const Tag = tag as ElementType
  const View = forwardRef<SonaqorElement, SonaqorViewProps>((props, ref) => {
    const { children, mode, app, environment } = props
    const { name, failure } = useContext(SonaqorContext)
    // React puts it there before any effect runs, which is where it is asked for.
    const own = useRef(null as unknown as SonaqorElement)
    const latest = useRef(props)
    const state = query(props.state)
    const params = query(props.params)
    useImperativeHandle(ref, () => own.current, [])

    useBeforePaint(() => {
      latest.current = props
    })

    useBeforePaint(() => {
      const listening = new AbortController()
      for (const event of events) {
        const heard = (told: CustomEventInit & Event) =>
          (latest.current[`on${event}`] as Heard<never> | undefined)?.(
            told.detail as never,
            told as never,
          )
        own.current.addEventListener(`sonaqor-${event.toLowerCase()}`, heard, listening)
      }
      return () => listening.abort()
    }, [])

    useBeforePaint(() => {
      const chosen = latest.current.state
      if (chosen && query(own.current.state) !== state) own.current.state = chosen
    }, [state])

    useBeforePaint(() => {
      // The session comes last: until it is named nothing is shown, and nothing is shown twice.
      const told = { mode, app, environment, params, session: name }
      const element: Element = own.current
      for (const [attribute, value] of Object.entries(told)) {
        if (!value) element.removeAttribute(attribute)
        else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
      }
    }, [mode, app, environment, params, name])

    useEffect(() => {
      const told = { bubbles: true, composed: true, detail: failure }
      if (failure) own.current.dispatchEvent(new CustomEvent('sonaqor-error', told))
    }, [failure])

    // No session has this name: the element waits for its own. React 18 calls a class `class` here.
    return (
      <Tag ref={own} {...handedOn(props)} session="-">
        {failure ? <Notice failure={failure} /> : children}
      </Tag>
    )
  })
  View.displayName = tag
  return View as SonaqorView
}

const ofAnyElement = /^(aria-|data-|(dir|id|lang|role|style|title)$)/

/** React 18 hands each value to a custom element as it stands, so that `hidden="false"` would hide it. */
const handedOn = ({ className, hidden, ...props }: SonaqorViewProps) => ({
  ...Object.fromEntries(Object.entries(props).filter(([name]) => ofAnyElement.test(name))),
  class: className,
  hidden: hidden || undefined,
})

/** As the loader says that its own parts did not come. */
function Notice({ failure: { message, retry } }: { readonly failure: EmbedError }) {
  const [, again, lang] = wordsOfPage()
  return (
    <p role="alert" lang={lang} dir="auto" style={{ padding: 24 }}>
      {message}{' '}
      <button type="button" onClick={retry}>
        {again}
      </button>
    </p>
  )
}

/** As the attributes of an element say it; what is not there is not said. */
const query = (values: ViewState | undefined) => values && `${new URLSearchParams(values)}`
