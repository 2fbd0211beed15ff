/** In the work tree nothing is published: the build of the package writes its own file in place of this one. */
export const publishedViews: Readonly<Record<string, string>> = {}
