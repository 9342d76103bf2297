# What the installer of Windows does besides electron-builder's template.
#
# Installing registers nothing: the program takes its links (liaison:, and a company's own) at each start and knows the right command line.
# Uninstalling removes what the program registered for this account, if it is still ours, and keeps the customers' data unless the person says otherwise.
# While updating the old version is uninstalled, too: then nothing of this happens.

!ifdef BUILD_UNINSTALLER

!include "LogicLib.nsh"

LangString deleteCustomerData 1033 "Delete the data of all customers from this computer, too?$\r$\n$\r$\nYes: all sites, links and photos are deleted and cannot be brought back. Each customer would have to sign in again.$\r$\nNo: they stay, and Liaison finds them when it is installed again."
LangString deleteCustomerData 1036 "Supprimer aussi les données de tous les clients de cet ordinateur ?$\r$\n$\r$\nOui : tous les chantiers, liaisons et photos sont supprimés définitivement. Chaque client devra se reconnecter.$\r$\nNon : elles restent, et Liaison les retrouve après une nouvelle installation."
LangString deleteCustomerData 1040 "Eliminare da questo computer anche i dati di tutti i clienti?$\r$\n$\r$\nSì: tutti i cantieri, i collegamenti e le foto vengono eliminati e non si possono recuperare. Ogni cliente dovrebbe accedere di nuovo.$\r$\nNo: i dati restano e Liaison li ritrova quando viene installato di nuovo."
LangString deleteCustomerData 1031 "Auch die Daten aller Kunden von diesem Computer löschen?$\r$\n$\r$\nJa: Alle Objekte, Verknüpfungen und Fotos werden gelöscht und lassen sich nicht wiederherstellen. Jeder Kunde müsste sich neu anmelden.$\r$\nNein: Sie bleiben, und Liaison findet sie nach einer neuen Installation wieder."
LangString deleteCustomerData 3082 "¿Eliminar también de este ordenador los datos de todos los clientes?$\r$\n$\r$\nSí: se eliminan todas las obras, los vínculos y las fotos, y no se pueden recuperar. Cada cliente tendría que volver a iniciar sesión.$\r$\nNo: se conservan, y Liaison los encuentra cuando se instala de nuevo."
LangString deleteCustomerData 1043 "Ook de gegevens van alle klanten van deze computer verwijderen?$\r$\n$\r$\nJa: alle locaties, koppelingen en foto’s worden verwijderd en zijn niet terug te halen. Elke klant zou opnieuw moeten inloggen.$\r$\nNee: ze blijven staan, en Liaison vindt ze terug wanneer het opnieuw wordt geïnstalleerd."

Var deleteCustomerFiles

# $R9 says "yes" when $R8 is a command line that starts our program. Both ways of writing it, case does not count.
Function un.startsUs
  StrCpy $R9 "no"
  StrCpy $R7 `"$INSTDIR\${PRODUCT_FILENAME}.exe"`
  StrLen $R6 $R7
  StrCpy $R5 $R8 $R6
  ${If} $R5 == $R7
    StrCpy $R9 "yes"
  ${EndIf}
  StrCpy $R7 "$INSTDIR\${PRODUCT_FILENAME}.exe"
  StrLen $R6 $R7
  StrCpy $R5 $R8 $R6
  ${If} $R5 == $R7
    StrCpy $R9 "yes"
  ${EndIf}
FunctionEnd

# Links of this account that open our program: the scheme of Liaison and that of the company. A scheme another program took over stays with it.
Function un.removeSchemes
  StrCpy $R0 0
  ${Do}
    EnumRegKey $R1 HKCU "Software\Classes" $R0
    ${If} $R1 == ""
      ${Break}
    ${EndIf}
    IntOp $R0 $R0 + 1
    ClearErrors
    ReadRegStr $R2 HKCU "Software\Classes\$R1" "URL Protocol"
    ${IfNot} ${Errors}
      ReadRegStr $R8 HKCU "Software\Classes\$R1\shell\open\command" ""
      Call un.startsUs
      ${If} $R9 == "yes"
        DeleteRegKey HKCU "Software\Classes\$R1"
        # The next key has moved up to this place.
        IntOp $R0 $R0 - 1
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

# The start at login, which a person may have asked for in the program.
Function un.removeLoginStart
  StrCpy $R0 0
  ${Do}
    ClearErrors
    EnumRegValue $R1 HKCU "Software\Microsoft\Windows\CurrentVersion\Run" $R0
    ${If} ${Errors}
    ${OrIf} $R1 == ""
      ${Break}
    ${EndIf}
    IntOp $R0 $R0 + 1
    ReadRegStr $R8 HKCU "Software\Microsoft\Windows\CurrentVersion\Run" $R1
    Call un.startsUs
    ${If} $R9 == "yes"
      DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" $R1
      DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" $R1
      IntOp $R0 $R0 - 1
    ${EndIf}
  ${Loop}
FunctionEnd

# Asked before anything is removed. The template has made everything silent here, so /S is looked for again: nobody to ask means that nothing is deleted.
!macro customUnInit
  StrCpy $deleteCustomerFiles "no"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/S" $R1
  ${If} ${Errors}
  ${AndIfNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(deleteCustomerData)" IDNO +2
    StrCpy $deleteCustomerFiles "yes"
  ${EndIf}
  ClearErrors
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    Call un.removeSchemes
    Call un.removeLoginStart
    ${If} $deleteCustomerFiles == "yes"
      RMDir /r "$APPDATA\${PRODUCT_FILENAME}"
    ${EndIf}
  ${EndIf}
!macroend

!endif
