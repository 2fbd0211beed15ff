import type { ModuleHost } from '@sonaqor/module'
import type { Host, PlaceRequest } from '../host/host.ts'

/**
 * How a view shows others within itself. Each has a stage of its own, so that one that fails takes
 * nothing with it; all of them go with the view around them, at the latest.
 */
export function placingWithin(
  host: Host,
  around: PlaceRequest,
  gone: AbortSignal,
): NonNullable<ModuleHost['place']> {
  return (element, inner) => {
    const app = inner.app ?? around.app
    const placement = host.place(element, {
      ...inner,
      app,
      isInner: true,
      navigate: inner.navigate ?? around.navigate,
      onFailed: around.onFailed,
      onEvent: around.onEvent,
      // A session of one app shows no other one; in the shell the server decides.
      ...(host.kind === 'embed' &&
        app && { expects: { app: app.id, environment: app.environment } }),
    })
    const remove = () => {
      gone.removeEventListener('abort', remove)
      placement.remove()
    }
    gone.addEventListener('abort', remove)
    return remove
  }
}
