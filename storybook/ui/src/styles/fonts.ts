import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'

/**
 * Declares the two faces of the house. A face counts for the whole document, shadow roots included,
 * so the owner of the page calls this once; as a guest we use what the page names, or the system's
 * (decision 13).
 */
export function declareFonts(): void {
  const range = { weight: '100 900', display: 'swap' } as const
  document.fonts.add(new FontFace('Inter Variable', `url(${inter})`, range))
  document.fonts.add(new FontFace('JetBrains Mono Variable', `url(${mono})`, range))
}
