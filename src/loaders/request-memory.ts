/** What a request has read so far. A change that the request makes spoils it: nothing read before may be shown as if it were read after. */

interface Forgetful {
  clearAll(): unknown;
}

export class RequestMemory {
  private readonly loaders: Forgetful[] = [];

  /** Makes a loader part of it. */
  keep<Loader extends Forgetful>(loader: Loader): Loader {
    this.loaders.push(loader);
    return loader;
  }

  forget(): void {
    for (const loader of this.loaders) loader.clearAll();
  }
}
