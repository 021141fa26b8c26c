;;; eglot.el --- Emacs with eglot, as docs/editors/emacs.md has it -*- lexical-binding: t -*-
(require 'eglot)
(setq eglot-server-programs `((journey-mode . (,(getenv "WAYMARK_PROGRAM") "lsp")))
      eglot-sync-connect 30 eglot-autoshutdown t)

(defun until-holds (what holds)
  "Wait until HOLDS is true; end with an error that says WHAT is not."
  (let ((end (+ (float-time) 15)))
    (while (and (not (funcall holds)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall holds) (message "never: %s" what) (kill-emacs 1))))

(defun wrong ()
  "The findings that flymake shows."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(with-current-buffer (find-file-noselect (car (last command-line-args)))
  (journey-mode)
  (cl-letf (((symbol-function 'project-current) (lambda (&rest _) (cons 'transient default-directory))))
    (call-interactively #'eglot))
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (until-holds "a finding" (lambda () (cl-some (lambda (text) (string-match-p "no channel is named" text)) (wrong))))
  (goto-char (point-min))
  (search-forward "form -> send")
  (goto-char (match-beginning 0))
  (eglot-rename "sheet")
  (goto-char (point-min))
  (unless (and (search-forward "owner legal was form" nil t) (search-forward "sheet -> send" nil t))
    (message "not renamed: %s" (buffer-string))
    (kill-emacs 1))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))
(kill-emacs 0)
