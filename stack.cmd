@echo off
rem The `stack` command on Windows: finds a JDK, builds stack-cli the first time, and runs it.
rem It was run in the cmd of Wine, not on a Windows machine.
rem After a change of the command's sources delete stack-cli\target\stack.jar: it is then built again.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%stack-cli\target\stack.jar"
set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if exist "%JAVA%" goto version
set "JAVA=java"
where java >nul 2>nul
if not errorlevel 1 goto version
:nojdk
set "WHAT=There is no JDK on this machine."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK, in a new window"
goto fail

rem A script in java's place has no release file, and JAVA_TOOL_OPTIONS puts a line before the version: ask for the properties.
:version
set "VERSION="
set "FOUND="
call "%JAVA%" -XshowSettings:properties -version 2> "%TEMP%\stack-java.txt"
for /f "usebackq tokens=1,2*" %%a in ("%TEMP%\stack-java.txt") do (
  if "%%a"=="java.version" set "VERSION=%%c"
  if "%%a"=="java.home" set "FOUND=%%c"
)
if not defined VERSION goto nojdk
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 goto old
rem Maven, and the command where it builds, take the same one.
set "JAVA_HOME=%FOUND%"
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAR%" goto run
if not exist "%JAVA_HOME%\bin\javac.exe" goto nocompiler
echo stack: building the stack command (once); the first time Maven downloads a lot ... 1>&2
rmdir /s /q "%ROOT%stack-cli\target\start" 2>nul
pushd "%ROOT%"
call mvnw.cmd -B -pl stack-cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto run
set "WHAT=The stack command was not built."
set "NEXT=see the lines above, the first one with ERROR; docs/troubleshooting.md has the causes"
goto fail

:nocompiler
set "WHAT=This Java is no JDK: %JAVA_HOME% has no bin\javac.exe, and the stack command has to be built."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK"
goto fail

:old
set "WHAT=This Java is too old: %VERSION% is found, 17 or newer is needed."
set "NEXT=winget install EclipseAdoptium.Temurin.25.JDK"
goto fail

:run
set "OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable"
rem A cache of the command's classes, see stack-cli\launcher\cache.sh; the JVM starts without one that does not fit.
set "CACHES=%ROOT%stack-cli\target\start"
set "CACHE=%CACHES%\%VERSION%.cache"
set "USE=-XX:SharedArchiveFile"
set "RECORD=-XX:ArchiveClassesAtExit"
if %MAJOR% GEQ 25 set "USE=-XX:AOTCache"
if %MAJOR% GEQ 25 set "RECORD=-XX:AOTCacheOutput"
if exist "%CACHE%" goto cached
rem Another run may be at it, or it failed: the marker stays until the jar is built again.
if exist "%CACHE%.making" goto plain
mkdir "%CACHES%" 2>nul
copy nul "%CACHE%.making" >nul 2>nul
if not exist "%CACHE%.making" goto plain
start "" /b /low cmd /c ""%JAVA%" %OPTIONS% %RECORD%="%CACHE%.new" "-Dstack.home=%ROOT%." -Dstack.rehearsal=true -jar "%JAR%" status & move /y "%CACHE%.new" "%CACHE%"" >nul 2>nul <nul
:plain
"%JAVA%" %OPTIONS% "-Dstack.home=%ROOT%." -Dstack.person=true -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:cached
"%JAVA%" %OPTIONS% "%USE%=%CACHE%" "-Dstack.home=%ROOT%." -Dstack.person=true -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:fail
echo stack: %WHAT% 1>&2
echo   next:  %NEXT% 1>&2
echo   more:  docs/troubleshooting.md 1>&2
exit /b 1
