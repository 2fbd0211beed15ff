/** Hands a file to the person, as a download of the page that we stand in. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // A browser that has not begun to read it by then has lost it; it may ask where to put it first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * Leads the browser to a file, which it writes to the disk as it comes: nothing of it is held by the page.
 * Of another origin than its own a browser takes no word that it is a file, and what came in its place,
 * a refusal say, would take the place of the page.
 */
export function saveFrom(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.rel = 'noopener'
  if (new URL(link.href).origin !== location.origin) link.target = '_blank'
  link.click()
}

/** The name of a file for what is called so: "Requests a minute" is `requests-a-minute.csv`. */
export function fileNameOf(title: string, kind: 'csv' | 'png'): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['chart']
  return `${words.join('-').slice(0, 80)}.${kind}`
}
