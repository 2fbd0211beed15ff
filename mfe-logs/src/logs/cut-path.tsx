/** So much of its end is seen of a path that finds no room, but of a short one no more than half. */
const endLength = 14

/** A path that is cut in its middle where it finds no room, for its end tells it from its neighbours. */
export function CutPath({ path }: { readonly path: string }) {
  const at = Math.max(path.length - endLength, Math.ceil(path.length / 2))
  return (
    <span className="sq-logs-path">
      <span>{path.slice(0, at)}</span>
      <span>{path.slice(at)}</span>
    </span>
  )
}
