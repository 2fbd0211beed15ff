/**
 * The script that the loader fetches: the same host that the shell runs, behind the few functions
 * that the loader needs. It is handed over through the script's own element, without a global.
 */
import { createClient } from '@sonaqor/contract/client'
import { faults, HostFailure } from './failure.ts'
import { createHost, grantOfEmbed, openTransport, type Host, type Placement } from './host.ts'
import { dressIn } from './look.ts'
import type { AttachHostScript, EmbedOptions, EmbedPage } from './options.ts'
import { createRegistry, type Registry } from './registry.ts'
import { takePolicy } from './scripts.ts'

const attach: AttachHostScript = (page) => {
  takePolicy(page.policy)
  const registry = createRegistry(page.origin)
  const hosts = new Map<EmbedOptions, Host>()
  const shown = new Map<HTMLElement, { options: EmbedOptions; placement: Placement }>()

  function hostOf(options: EmbedOptions): Host {
    const host = hosts.get(options) ?? createEmbedHost(page, options, registry)
    hosts.set(options, host)
    return host
  }

  function hide(element: HTMLElement) {
    shown.get(element)?.placement.remove()
    shown.delete(element)
  }

  const elementsOf = (session: EmbedOptions) =>
    [...shown].filter(([, { options }]) => options === session).map(([element]) => element)

  return {
    async elements() {
      const modules = await registry.modules()
      const views = modules.flatMap(({ manifest }) => manifest.views)
      return views.flatMap(({ element }) => element ?? [])
    },
    show(element, options) {
      if (shown.has(element)) return
      dressIn(element, options.appearance?.tokens)
      const placement = placeElement(hostOf(options), element, options)
      shown.set(element, { options, placement })
    },
    hide,
    update(options) {
      // First the elements: a frame of ours is told how they look.
      for (const element of elementsOf(options)) dressIn(element, options.appearance?.tokens)
      hosts.get(options)?.update(looksOf(options))
    },
    end(options) {
      for (const element of elementsOf(options)) hide(element)
      hosts.get(options)?.close()
      hosts.delete(options)
    },
  }
}

document.currentScript?.dispatchEvent(new CustomEvent('sonaqor-host', { detail: attach }))

function createEmbedHost({ origin }: EmbedPage, options: EmbedOptions, registry: Registry): Host {
  const api = createClient(openTransport(origin))
  const admit = async () => (await options.fetchSession()).clientSecret
  return createHost({
    kind: 'embed',
    origin,
    registry,
    ...looksOf(options),
    admit,
    async renew() {
      try {
        const clientSecret = await admit()
        return grantOfEmbed(await api.embeds.exchange({ body: { clientSecret } }))
      } catch (cause) {
        throw new HostFailure(faults.unsigned, { cause })
      }
    },
  })
}

/** Shows the view of one custom element, and tells the page about it by events. */
function placeElement(host: Host, element: HTMLElement, { onError }: EmbedOptions): Placement {
  const tell = (name: string, detail: object) =>
    element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))

  return host.place(element, {
    view: element.localName,
    expects: {
      app: element.getAttribute('app') ?? undefined,
      environment: element.getAttribute('environment') ?? undefined,
    },
    navigate: (view, params) => tell('sonaqor-navigate', { view, params }),
    onReady: () => tell('sonaqor-ready', {}),
    onFailed(message, cause, retry) {
      tell('sonaqor-error', { message, retry })
      onError?.(new Error(message, { cause }))
    },
  })
}

function looksOf({ appearance, locale }: EmbedOptions) {
  const { theme = 'auto', density = 'cosy' } = appearance ?? {}
  return {
    appearance: { theme, density },
    locale: locale ?? (document.documentElement.lang || 'en'),
  }
}
