/** The way to the issuer: the browser leaves the page, unless the sign-in fails. */
import { useEffect, useState } from 'react';
import { useSession } from './session-provider';

interface IssuerSignIn {
  readonly signIn: () => void;
  /** True until the browser has left. */
  readonly isLeaving: boolean;
}

export function useIssuerSignIn(): IssuerSignIn {
  const { session } = useSession();
  const [isLeaving, setIsLeaving] = useState(false);
  useEffect(() => {
    // The Back button of the browser may show the page as it was when the user left.
    const stay = () => {
      setIsLeaving(false);
    };
    window.addEventListener('pageshow', stay);
    return () => {
      window.removeEventListener('pageshow', stay);
    };
  }, []);
  const signIn = () => {
    setIsLeaving(true);
    void session.signIn().then((leaves) => {
      setIsLeaving(leaves);
    });
  };
  return { signIn, isLeaving };
}
