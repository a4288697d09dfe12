using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>The proof that somebody acts for the applicant (Awb 2:1 lid 2). Their name and address are sealed, apart from it.</summary>
/// <param name="Van">De dag van de schriftelijke machtiging.</param>
/// <param name="Omvang">Waarvoor de machtiging geldt.</param>
public sealed record Machtiging(DateOnly Van, Machtigingsomvang Omvang);
