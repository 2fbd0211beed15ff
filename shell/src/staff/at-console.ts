/** Where Sonaqor's own staff work, and what tenants let them see; nothing of it is fetched elsewhere. */

/** Either page is told by its server with whom it speaks: with the other of the two origins. */
export interface OtherOrigin {
  readonly whose: 'tenants' | 'staff'
  readonly origin: string
}

/** Nothing in every page but these two. */
export function otherOrigin(page: ParentNode): OtherOrigin | undefined {
  for (const whose of ['tenants', 'staff'] as const) {
    const meta = page.querySelector<HTMLMetaElement>(`meta[name=sonaqor-${whose}-origin]`)
    if (meta) return { whose, origin: meta.content }
  }
  return undefined
}

/** The console, which speaks with the tenants' origin; or the page there that it frames. */
export async function openConsole(root: Element, { whose, origin }: OtherOrigin): Promise<void> {
  if (whose === 'tenants') {
    const { drawConsole } = await import(/* webpackChunkName: "staff" */ './draw-console.tsx')
    drawConsole(root, origin)
  } else {
    const { drawLook } = await import(/* webpackChunkName: "look" */ './look/draw-look.tsx')
    await drawLook(root, origin)
  }
}
