/** Where Sonaqor's own staff work; nothing of it is fetched at any other address. */
export const isConsole = (path: string): boolean => path === '/staff' || path.startsWith('/staff/')

export async function openConsole(root: Element): Promise<void> {
  const { drawConsole } = await import(/* webpackChunkName: "staff" */ './draw-console.tsx')
  drawConsole(root)
}
