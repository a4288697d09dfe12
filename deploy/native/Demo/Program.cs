// Plays two dossiers from melding to CAK through the gateway, as the people and partners in them would, and prints what happens.
// Usage: dotnet WmoPlatform.Demo.dll gateway keten [post]: the addresses of the gateway and of the chain simulator, which also issues the
// tokens, and the folder in which the platform lays its e-mail. Without that folder the residents have no e-mail address.
using WmoPlatform.Demo;

using var platform = new Platform(
    gateway: new Uri(args[0]),
    keten: new Uri(args[1]));
try
{
    await Aanbieders.Contracteer(platform);
    var zorgInNatura = await ZorgInNatura.Speel(platform, args.Length > 2 ? new(args[2], platform) : null);
    // Only its own resident may read the first dossier, and Pgb signs in as another resident.
    await zorgInNatura.ToonTijdlijn();
    var pgb = await Pgb.Speel(platform);
    await pgb.ToonTijdlijn();
    Console.WriteLine();
    Console.WriteLine("Beide dossiers zijn gelopen van melding tot en met het CAK.");
    return 0;
}
catch (Exception fout) when (fout is Mislukt or HttpRequestException)
{
    Console.WriteLine();
    Console.WriteLine($"De demo is gestopt: {fout.Message}");
    Console.WriteLine("Kijk in de logboeken van de dienst die het laatst aan zet was. "
        + "Daarna kunt u de demo gewoon opnieuw spelen: met andere inwoners.");
    return 1;
}
