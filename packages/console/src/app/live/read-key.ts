/** A key of what a query screen shows: another one after each read. */
import { createContext, useContext } from 'react';

const Context = createContext<unknown>(undefined);

export const ReadKeyProvider = Context;

export const useReadKey = (): unknown => useContext(Context);
