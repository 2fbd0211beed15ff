import { useEffect, useEffectEvent, useRef } from 'react'
import type { InnerView, ModuleHost } from './host.ts'
import { useModule } from './use-module.ts'

/**
 * Another view within this one, drawn by the host from whichever module it comes, for as long as this
 * component stands. Ask `mayPlace` first: an older host draws nothing here.
 */
export function PlacedView(inner: InnerView) {
  return <Ground key={`${inner.view} ${inner.app?.id ?? ''}`} {...inner} />
}

/** Another view, or another app, is another ground. */
function Ground({ view, app, params, viewState, navigate }: InnerView) {
  const host = useModule()
  const ground = useRef<HTMLDivElement>(null)
  const go = useEffectEvent<NonNullable<InnerView['navigate']>>((to, chosen) =>
    navigate ? navigate(to, chosen) : host.navigate(to, chosen),
  )
  const put = useEffectEvent((element: HTMLElement) =>
    host.place?.(element, {
      view,
      app,
      params,
      viewState,
      navigate: (to, chosen) => go(to, chosen),
    }),
  )

  useEffect(() => (ground.current ? put(ground.current) : undefined), [])

  return <div ref={ground} />
}

/** Whether a view can be shown within this one here; what it needs besides, its scopes say. */
export function mayPlace({ place, views }: Pick<ModuleHost, 'place' | 'views'>, view: string) {
  return place !== undefined && (views?.includes(view) ?? true)
}

/**
 * Whether `navigate` leads to a view from here. Within the shell it leads everywhere; a partner's page has
 * a place for what its session lists. What the view needs besides, its scopes say.
 */
export function leadsTo({ kind, views }: Pick<ModuleHost, 'kind' | 'views'>, view: string) {
  return kind === 'shell' || (views?.includes(view) ?? false)
}
