/** The package's own folder: two folders up from here, in `src/` as in `dist/`, in a clone as in an installed package. */
export const PACKAGE_ROOT: URL = new URL('../../', import.meta.url);
